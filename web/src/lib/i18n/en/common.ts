import type { fr } from '../fr/common.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  productName: 'Cantonnier',
  skipToContent: 'Skip to content',
  breadcrumb: 'Breadcrumb',
  home: 'Home',
  required: 'required',
  optional: 'optional',
  close: 'Close',
  loading: 'Loading…',
  loadingSlow: 'This is taking longer than usual. Still waiting for the answer.',
  retry: 'Try again',
  pagination: 'Result pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  found: (count: number) =>
    count > 1
      ? `${count} suggestions. Arrows, then Enter to choose.`
      : '1 suggestion. Enter to choose it.',
  severity: {
    info: 'Information',
    success: 'Done',
    warning: 'Warning',
    error: 'Error',
  },
  errors: {
    title: 'This did not work',
    notFoundTitle: 'Page not found',
    requestId: (id: string) => `If you call us, give this reference: ${id}.`,
    badRequest: 'Your request could not be understood. Check what you entered.',
    unauthorized: 'You are not signed in. Sign in, then try again.',
    forbidden: 'You are not allowed to see or do this.',
    notFound: 'This page does not exist, or no longer exists.',
    conflict: 'Someone changed this in the meantime. Reload the page, then try again.',
    tooLarge: 'What you sent is too large. Send fewer or smaller photos.',
    tooMany: 'Too many requests in a short time. Wait a minute, then try again.',
    unavailable: 'The service is unavailable for the moment. Try again in a few minutes.',
    unexpected: 'Something went wrong on our side. Try again in a few minutes.',
    network: 'No connection. Check your network, then try again.',
  },
};
