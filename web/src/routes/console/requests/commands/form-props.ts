import type { RequestDetail, TimelineEntry } from '../../api/views.ts';

/** What the form of each command receives. */
export interface FormProps {
  request: RequestDetail;
  timeline: readonly TimelineEntry[];
  /** The command was carried out; in words for the reader. */
  ondone: (told: string) => void;
  oncancel: () => void;
  onstale: () => void;
}
