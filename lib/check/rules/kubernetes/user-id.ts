import { fieldsList, fieldsOf, textMap, textOf } from '../../../manifest/fields';
import { rule } from '../../rule';
import { pod } from '../fixture';

const PROXY_USER = 1337;
const running = (user: number): string =>
  pod('shop/web', `{securityContext: {runAsUser: ${user}}, containers: [{name: app, image: app}]}`);

export const userId = rule({
  id: 'application-user-id',
  title: 'An application that runs as the proxy',
  severity: 'warning',
  why: 'Traffic of user 1337 is taken for the proxy’s own and passes it by: no route, no policy and no mutual TLS.',
  fix: 'Run the application as another user.',
  upstream: ['IST0144'],
  links: ['https://istio.io/latest/docs/ops/deployment/application-requirements/'],
  bad: running(1337),
  good: running(1000),
  check(mesh, reporter) {
    for (const { pod, isPod, document } of mesh.workloads().all) {
      const labels = textMap(document.object.metadata.labels);
      if (labels.has('istio') || labels.get('release') === 'istio') continue;
      const at = isPod ? ['spec'] : ['spec', 'template', 'spec'];
      if (fieldsOf(pod.securityContext).runAsUser === PROXY_USER)
        reporter.add(
          document,
          [...at, 'securityContext', 'runAsUser'],
          'user must be another one than that of the proxy, got 1337',
        );
      fieldsList(pod.containers).forEach(({ name, securityContext }, i) => {
        if (
          ['istio-proxy', 'istio-operator'].includes(textOf(name) ?? '') ||
          fieldsOf(securityContext).runAsUser !== PROXY_USER
        )
          return;
        reporter.add(
          document,
          [...at, 'containers', i, 'securityContext', 'runAsUser'],
          'user must be another one than that of the proxy, got 1337',
        );
      });
    }
  },
});
