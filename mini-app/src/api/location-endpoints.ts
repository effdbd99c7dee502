import { locationReply } from '@phuong-so/shared/contracts/location';
import { post } from './endpoints.ts';

export const LOCATION_ENDPOINTS = { location: post('/api/v1/location', locationReply) } as const;
