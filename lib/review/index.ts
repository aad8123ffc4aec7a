export { review, type Review, type ReviewOptions } from './review';
export { FORMATS, render, type Format } from './render/render';
export type { PageOptions } from './page/page';
export { isWithoutEffect } from './difference/difference';
export { isAtLeast } from './difference/risks';
export type * from './describe/model';
export type * from './difference/model';
export type {
  Answer,
  Aspect,
  Closing,
  Delivery,
  Destination,
  End,
  PerDestination,
  Source,
  Treatment,
} from './facts';
export type { Check, FindingReview, Judgement } from './findings';
export type { RequestClass } from './classes/request-class';
export type { HostRef } from './subject/hosts';
export type { DataPlane, MutualTls, MutualTlsException, NamespaceFacts } from './subject/namespaces';
