/** What this module tells; the subject is the territory, and nobody is named. */
export const PRIVACY_EVENTS = {
  expired: 'privacy.expired',
  contactChanged: 'privacy.contact-changed',
  subjectSearched: 'privacy.subject-searched',
  subjectRead: 'privacy.subject-read',
  subjectExported: 'privacy.subject-exported',
  subjectErased: 'privacy.subject-erased',
  retentionChanged: 'privacy.retention-changed',
} as const;
