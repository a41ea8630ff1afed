import type { LaunchRequest } from '../options.ts';

/** The launch context as SMART puts it beside the token (SMART App Launch 2.2, scopes and launch context). */
export function toContextParameters(launch: LaunchRequest, { styleUrl, tenant, fhirUser }: ContextSurroundings) {
  return {
    patient: launch.patient,
    ...(launch.encounter === undefined ? {} : { encounter: launch.encounter }),
    ...(launch.intent === undefined ? {} : { intent: launch.intent }),
    need_patient_banner: launch.needPatientBanner ?? false,
    smart_style_url: styleUrl,
    tenant,
    fhirUser,
  };
}

interface ContextSurroundings {
  readonly styleUrl: string;
  readonly tenant: string;
  readonly fhirUser: string;
}

/** Colours and sizes for apps (SMART App Launch 2.2, styling). */
export const SMART_STYLE = {
  color_background: '#ffffff',
  color_error: '#b3261e',
  color_highlight: '#1d5fa8',
  color_modal_backdrop: '#00000080',
  color_success: '#1b7f4b',
  color_text: '#1f2933',
  dim_border_radius: '4px',
  dim_font_size: '14px',
  dim_spacing_size: '16px',
  font_family_body: "'Segoe UI', Roboto, sans-serif",
  font_family_heading: "'Segoe UI', Roboto, sans-serif",
} as const;
