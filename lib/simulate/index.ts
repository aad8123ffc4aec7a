export * from './decision';
export * from './request';
