/** Travel times along the streets of a town. */
export { arcsOf } from './arcs.ts';
export { buildNetwork, hasPoint, type MappedPoints, type MappedStreet } from './build-network.ts';
export { distanceMetres, type Place } from './distance.ts';
export { contract, type Hierarchy } from './hierarchy.ts';
export type { StreetNetwork } from './network.ts';
export { readStreet, type StreetRules } from './read-street.ts';
export { createRouter, type Router, type Table } from './router.ts';
export { readHierarchy, readNetwork, writeHierarchy, writeNetwork } from './serialize.ts';
export type { Vehicle } from './vehicle.ts';
