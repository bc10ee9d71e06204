import type { paths } from '#lib/api/schema.d.ts';

type Answer<Path extends '/api/v1/field/day' | '/api/v1/work-orders/{id}'> =
  paths[Path]['get']['responses'][200]['content']['application/json'];

/** A work order as the public API shows it. */
export type WorkOrder = Answer<'/api/v1/work-orders/{id}'>;
/** What a crew has before it on one day. */
export type FieldDay = Answer<'/api/v1/field/day'>;
export type Status = WorkOrder['status'];
export type FailureReason = NonNullable<WorkOrder['failureReason']>;
