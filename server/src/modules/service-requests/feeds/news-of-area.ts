import { type Area, boxOfShape, isOfShape } from '../../places/index.ts';
import type { NewsQuery } from './read-news.ts';

/** The requests of a street, a park or a commune. */
export function newsOfArea({ id, shape }: Area): NewsQuery {
  if (shape === null) return { filters: { communeId: id } };
  return {
    filters: { box: boxOfShape(shape) },
    covers: (point) => isOfShape(shape, point),
  };
}
