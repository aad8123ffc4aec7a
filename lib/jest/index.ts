import './register';

export * as matchers from './matchers';
export { request, type Caller, type Request, type RequestOptions } from '../simulate/request';
export { from, gateway, outside, type Requests, type Sender, type SentOptions } from './from';
export { reviewOf } from './review-of';
export { inMesh, type InMesh } from './subject/subject';
export type { MeshMatchers } from './types';
