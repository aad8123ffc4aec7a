/**
 * What Istio takes for causes of retries where none are said: not once some are, so that these have to be written then.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export const DEFAULT_RETRY_CAUSES = ['cancelled', 'connect-failure', 'refused-stream', 'unavailable'];
