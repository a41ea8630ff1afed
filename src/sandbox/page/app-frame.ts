import type { ClientRegistration, LaunchRequest, SandboxServices } from '../options.ts';
import { html, type SafeHtml } from './html.ts';

/** As athenahealth frames apps: no top navigation, so an app cannot replace the EHR. */
const SANDBOX =
  'allow-forms allow-modals allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts allow-downloads';

/** The clients that an EHR user can open from a chart. */
export function listApps(services: SandboxServices): readonly ClientRegistration[] {
  return services.clients().filter((client) => client.launchUrl !== undefined);
}

export function nameOfApp(app: ClientRegistration): string {
  return app.name ?? app.clientId;
}

/** The frame in which an app runs. Every time it is rendered it is a launch of its own. */
export function renderAppFrame(
  services: SandboxServices,
  app: ClientRegistration,
  { request, patientName, controls }: { request: LaunchRequest; patientName: string; controls?: SafeHtml },
): SafeHtml {
  return html`<section class="app" aria-label="${nameOfApp(app)} for ${patientName}">
    <header>
      <h2>${nameOfApp(app)}</h2>
      ${controls}
    </header>
    <iframe
      title="${nameOfApp(app)} for ${patientName}"
      sandbox="${SANDBOX}"
      src="${services.launchUrl(app.clientId, request)}"
    ></iframe>
  </section>`;
}
