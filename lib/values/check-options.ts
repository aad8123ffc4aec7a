/** How serious a finding of the checks is. */
export enum CheckSeverity {
  /** It is wrong, and `app.synth()` fails. */
  ERROR = 'error',
  /** It is probably not what was meant. */
  WARNING = 'warning',
  /** It is worth knowing. */
  INFO = 'info',
  /** Nobody wants to hear of it. */
  OFF = 'off',
}

/** Which findings make `app.synth()` fail. */
export enum FailOn {
  /** Errors. */
  ERROR = 'error',
  /** Errors and warnings. */
  WARNING = 'warning',
  /** None: errors are printed as warnings are. */
  NEVER = 'never',
}

/** Which CRDs of the Gateway API a cluster has. */
export enum GatewayApiChannel {
  /** Those of the standard channel. */
  STANDARD = 'standard',
  /** Those of the experimental channel. */
  EXPERIMENTAL = 'experimental',
}
