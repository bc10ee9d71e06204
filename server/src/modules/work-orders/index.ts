/** Work orders: the visits of crews to places. The module's only door. */

export { WORK_ORDER_EVENTS, type WorkOrderEventData } from './events.ts';
export { type ImportedWorkOrder, importWorkOrders } from './import-work-orders.ts';
export { personalData } from './personal-data/index.ts';
export { problems } from './problems.ts';
export { routes } from './routes.ts';

export const migrations = new URL('./migrations/', import.meta.url);
