import type { WorkOrder } from '../api/views.ts';

/** What each form about a work order receives. */
export interface OrderFormProps {
  order: WorkOrder;
  /** The act was carried out; in words for the reader. */
  ondone: (told: string) => void;
  oncancel: () => void;
  onstale: () => void;
}
