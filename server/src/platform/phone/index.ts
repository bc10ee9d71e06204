/** Telephone numbers: what people type, brought to the form that machines dial. */
export { isMobile, toE164 } from './e164.ts';
