import type { MeshRule } from '../rule';
import { canarySticky } from './virtual-service/canary-sticky';
import { delegateConflict } from './virtual-service/delegate-conflict';
import { delegateExists } from './virtual-service/delegate';
import { deprecatedPercent } from './virtual-service/deprecated-percent';
import { destinationHost } from './virtual-service/destination-host';
import { destinationPortDialled } from './virtual-service/destination-port-dialled';
import { destinationPortOpen } from './virtual-service/destination-port-open';
import { destinationPort } from './virtual-service/destination-port';
import { destinationSubsetHidden } from './virtual-service/destination-subset-hidden';
import { destinationSubset } from './virtual-service/destination-subset';
import { faultForAll, faultWithoutPercentage } from './virtual-service/faults';
import { gatewayExists } from './virtual-service/gateway-exists';
import { gatewayHostShadowed } from './virtual-service/gateway-host-shadowed';
import { gatewayHost } from './virtual-service/gateway-host';
import { gatewayOldName } from './virtual-service/gateway-name';
import { internalGateway } from './virtual-service/internal-gateway';
import { jwtClaims } from './virtual-service/jwt-claims';
import { virtualServiceHalfHost } from './virtual-service/half-host';
import { meshHostConflict } from './virtual-service/mesh-host-conflict';
import { mirrorShare } from './virtual-service/mirror-share';
import { httpRulesOnTcp } from './virtual-service/protocol';
import { routeShadowed } from './virtual-service/route-shadowed';
import { retriesTimeout } from './virtual-service/retries';
import { subsetBypassed } from './virtual-service/subset-bypassed';
import { repeatedDestination, singleWeight, weightTotal } from './virtual-service/weights';
import { credentialSelector, systemCa } from './destination-rule/client-tls';
import { failover } from './destination-rule/failover';
import { destinationRuleHost } from './destination-rule/host';
import { multipleRules } from './destination-rule/multiple';
import { mutualTls } from './destination-rule/mutual-tls';
import { mutualTlsUnasked } from './destination-rule/mutual-tls-unasked';
import { portLevel } from './destination-rule/port-level';
import { foreignRule, wideRule } from './destination-rule/shadowed';
import { subsetLabels } from './destination-rule/subset-labels';
import { subsetSelects } from './destination-rule/subset-selects';
import { gatewayConflict } from './gateway/conflict';
import { gatewayCredential, gatewayCredentialInvalid } from './gateway/credential';
import { duplicateCertificate } from './gateway/duplicate-certificate';
import { passthroughRoutes } from './gateway/passthrough';
import { gatewayProtocols } from './gateway/protocols';
import { gatewayPort } from './gateway/port';
import { gatewaySelector, gatewaySelectorEmpty } from './gateway/selector';
import { httpsRedirect } from './gateway/https-redirect';
import { gatewayTlsMode } from './gateway/tls-mode';
import { backendExists, backendGrant, backendPort } from './gateway-api/backend';
import { listenerCertificate } from './gateway-api/certificate';
import { crdVersion } from './gateway-api/crd-version';
import { gatewayClass } from './gateway-api/gateway-class';
import { grantNamespace } from './gateway-api/grant-namespace';
import { meshRouteConflict } from './gateway-api/mesh-route-conflict';
import { parentGroup, parentService } from './gateway-api/parent-service';
import { repeatedMatch } from './gateway-api/repeated-match';
import { routeParent } from './gateway-api/parent';
import { sharedAddress } from './gateway-api/shared-address';
import { allowNothing } from './security/allow-nothing';
import { customProvider } from './security/custom-provider';
import { gatewayDenied } from './security/gateway-denied';
import { gatewayPolicySelector } from './security/gateway-selector';
import { identityWithoutMtls } from './security/identity-without-mtls';
import { multiplePeers } from './security/multiple-peers';
import { operationPort } from './security/operation-port';
import { operationHosts, operationMethods } from './security/operations';
import { portLevelMtls } from './security/port-level-mtls';
import { principals } from './security/principals';
import { requestsOnTcp } from './security/requests-on-tcp';
import { selectsNothing } from './security/selects-nothing';
import { sourceNamespaces } from './security/source-namespaces';
import { strictWithoutAutoMtls } from './security/strict-without-auto-mtls';
import { targetExists } from './security/target-exists';
import { tokensOptional, tokensUnread } from './security/tokens';
import { uncovered } from './security/uncovered';
import { ambientPolicyWaypoint, ambientSelector } from './ambient/policies';
import { ambientRoute, ambientRouteNamespace } from './ambient/routes';
import { sidecarAndAmbient, waypointExists, waypointUnused } from './ambient/waypoints';
import { egressProxy, outboundMode, rootSelector, sidecarHost } from './sidecar/egress';
import { ambientSidecar, multipleSidecars } from './sidecar/multiple';
import { missedVirtualService } from './sidecar/misses-virtual-service';
import { entryAddresses } from './service-entry/addresses';
import { entryDuplicate } from './service-entry/duplicate';
import { workloadAddress } from './service-entry/workload-address';
import { exportTo } from './common/export-to';
import {
  deprecatedAnnotation,
  invalidAnnotation,
  misplacedAnnotation,
  unknownAnnotation,
} from './kubernetes/annotations';
import { declaredTwice } from './kubernetes/declared-twice';
import { imageAuto } from './kubernetes/image-auto';
import { namespaceLabels, namespaceOutside } from './kubernetes/namespace-labels';
import { externalNamePort, portProtocol } from './kubernetes/service-ports';
import { portProtocols, targetPorts } from './kubernetes/shared-workloads';
import { serviceSelector } from './kubernetes/service-selector';
import { targetPort } from './kubernetes/target-port';
import { userId } from './kubernetes/user-id';
import { relativeOperation, WRONG_OPERATIONS } from './envoy-filter/operations';
import { lightstep, multipleTelemetries, telemetryProvider } from './telemetry/telemetry';
import { groupAccount, groupLabels } from './workload/groups';
import { jwksUri, removedKind } from './workload/istiod';

/** All rules about the app as a whole, in the order in which their findings are told. */
export const MESH_RULES: readonly MeshRule[] = [
  canarySticky,
  delegateConflict,
  delegateExists,
  deprecatedPercent,
  destinationHost,
  destinationPortDialled,
  destinationPortOpen,
  destinationPort,
  destinationSubsetHidden,
  destinationSubset,
  faultWithoutPercentage,
  faultForAll,
  gatewayExists,
  gatewayHostShadowed,
  gatewayHost,
  gatewayOldName,
  internalGateway,
  jwtClaims,
  meshHostConflict,
  virtualServiceHalfHost,
  mirrorShare,
  httpRulesOnTcp,
  retriesTimeout,
  routeShadowed,
  subsetBypassed,
  singleWeight,
  weightTotal,
  repeatedDestination,
  systemCa,
  credentialSelector,
  failover,
  destinationRuleHost,
  multipleRules,
  mutualTls,
  mutualTlsUnasked,
  portLevel,
  wideRule,
  foreignRule,
  subsetLabels,
  subsetSelects,
  gatewayConflict,
  gatewayCredential,
  gatewayCredentialInvalid,
  duplicateCertificate,
  passthroughRoutes,
  gatewayPort,
  gatewayProtocols,
  gatewaySelector,
  gatewaySelectorEmpty,
  gatewayTlsMode,
  httpsRedirect,
  backendExists,
  backendPort,
  backendGrant,
  listenerCertificate,
  crdVersion,
  gatewayClass,
  grantNamespace,
  meshRouteConflict,
  parentGroup,
  parentService,
  repeatedMatch,
  routeParent,
  sharedAddress,
  allowNothing,
  customProvider,
  gatewayDenied,
  gatewayPolicySelector,
  identityWithoutMtls,
  multiplePeers,
  operationMethods,
  operationHosts,
  operationPort,
  portLevelMtls,
  principals,
  requestsOnTcp,
  selectsNothing,
  sourceNamespaces,
  strictWithoutAutoMtls,
  targetExists,
  tokensOptional,
  tokensUnread,
  uncovered,
  ambientSelector,
  ambientPolicyWaypoint,
  ambientRoute,
  ambientRouteNamespace,
  waypointExists,
  waypointUnused,
  sidecarAndAmbient,
  sidecarHost,
  outboundMode,
  rootSelector,
  egressProxy,
  missedVirtualService,
  multipleSidecars,
  ambientSidecar,
  entryAddresses,
  entryDuplicate,
  workloadAddress,
  exportTo,
  unknownAnnotation,
  misplacedAnnotation,
  invalidAnnotation,
  deprecatedAnnotation,
  imageAuto,
  namespaceLabels,
  namespaceOutside,
  portProtocol,
  externalNamePort,
  declaredTwice,
  portProtocols,
  targetPorts,
  serviceSelector,
  targetPort,
  userId,
  relativeOperation,
  ...WRONG_OPERATIONS,
  telemetryProvider,
  multipleTelemetries,
  lightstep,
  groupAccount,
  groupLabels,
  jwksUri,
  removedKind,
];
