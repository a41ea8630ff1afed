interface NamedSpan {
  readonly start: number;
  readonly end: number;
  readonly phrase: { readonly codes: readonly string[] };
}

/** A tumour where it began: not the nodes it went to (C77-C79), nor a tumour of the blood or of lymph tissue (C81-C96). */
const PRIMARY_TUMOUR = /^(?:C(?!7[789]|8|9)|D[0-4])/;
const NODES = /^\s*(?:sentinel )?(?:lymph[ -]?)?(?:nodes?|nodal|LNs?|lymphatics?|(?:lymph)?adenopathy)\b/i;
/** `Breast cancer, node positive`: the nodes follow the whole name, and are no part of its site. */
const TUMOUR = /(?:cancers?|carcinomas?|ca|melanomas?|malignanc(?:y|ies)|neoplasms?|tumou?rs?|sarcomas?|[A-Z]{3,5})$/;

/** `Breast cancer with axillary node metastasis`: the axilla is where the nodes are, and no tumour is of it. */
export function placesNodes(text: string, { start, end, phrase }: NamedSpan): boolean {
  if (!phrase.codes.some((code) => PRIMARY_TUMOUR.test(code))) return false;
  const name = text.slice(start, end);
  return /\bnodes?$/i.test(name) || (NODES.test(text.slice(end, end + 30)) && !TUMOUR.test(name));
}
