import { askPiece } from '@phuong-so/shared/contracts/ask-stream';
import { post } from './endpoints.ts';

export const ASK_ENDPOINTS = { askStream: post('/api/v1/ask/stream', askPiece) } as const;
