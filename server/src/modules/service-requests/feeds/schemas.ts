import Type from 'typebox';
import { filters } from '../schemas/filters.ts';

const { bbox, communeId, serviceGroup, serviceCode, status } = filters;

export const FeedQuery = Type.Object({ bbox, communeId, serviceGroup, serviceCode, status });
