/** How the pods of a namespace are part of the mesh. */
export type DataPlaneFacts =
  | { readonly kind: 'sidecar'; readonly revision?: string }
  | { readonly kind: 'ambient'; readonly waypoint?: WaypointFacts }
  | { readonly kind: 'none' };

export interface WaypointFacts {
  readonly name: string;
  /** The namespace that it runs in; absent if it is the enrolled namespace, which then gets one. */
  readonly namespace?: string;
}

/** How pods are asked to identify themselves. */
export type MutualTlsMode = 'STRICT' | 'PERMISSIVE' | 'DISABLE';
