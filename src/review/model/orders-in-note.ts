/**
 * Words that speak to a language model and not to a reader of the chart (OWASP LLM01, prompt injection). They cannot be told apart
 * with certainty; what they change is only that the model's consent does not count and that such words prove nothing.
 */
const ORDERS: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:above|previous|prior|preceding|earlier|all|any|your|the|these|system)\b.{0,30}\b(?:instructions?|prompts?|rules?|directions?|guidelines?|text|messages?|orders?)\b/i,
  /\b(?:ignore|disregard) (?:(?:all|everything|the) )?(?:above|previous|prior)\b.{0,30}\b(?:approve|respond|answer|say|mark|return|output|report)\b/i,
  /\byou are (?:now )?an? (?:AI|artificial intelligence|language model|LLM|chatbot|(?:AI |coding |helpful |virtual )assistant|(?:AI |automated )reviewer)\b/i,
  /\b(?:act|answer|respond) as an? (?:AI|language model|LLM|chatbot|(?:AI |coding )assistant)\b/i,
  /\b(?:system|developer|assistant) ?(?:prompt|message|instructions?)\b/i,
  /\b(?:note|instructions?|message|attention|important)\b.{0,12}\b(?:to|for) (?:the |any |all )?(?:AI|LLM|language models?|coding (?:AI|assistant|model|software|engine)|auto(?:mated)? (?:coder|reviewer|auditor)s?|(?:AI|automated) (?:review|audit)\w*)\b/i,
  /\b(?:approve|mark|report|return|answer|respond|output)\b.{0,40}\b(?:all|every|each) (?:of the )?(?:billed )?(?:codes?|diagnos[ei]s|claims?|charges?|findings?)\b.{0,30}\b(?:supported|correct|approved|valid|clean|as billed)\b/i,
  /\b(?:approve|pass) (?:all|every|the) (?:billed )?(?:codes?|claims?|charges?)\b/i,
  /<\/?(?:system|assistant|user|document|instructions?)>|\[\/?INST\]|<\|im_(?:start|end)\|>/i,
  /\b(?:do not|don't|never) (?:report|flag|list|raise|mention|return) (?:any |these |the )?(?:findings?|problems?|issues?|errors?|discrepanc\w+)\b/i,
];

export function givesOrders(text: string): boolean {
  return ORDERS.some((pattern) => pattern.test(text));
}
