import { courseReply, coursesReply, serviceReply, servicesReply } from '@phuong-so/shared/contracts/library';
import { get } from './endpoints.ts';

export const LIBRARY_ENDPOINTS = {
  services: get('/api/v1/services', servicesReply),
  service: get('/api/v1/services/:id', serviceReply),
  courses: get('/api/v1/courses', coursesReply),
  course: get('/api/v1/courses/:id', courseReply),
} as const;
