import { arcsOf } from './arcs.ts';
import type { Place } from './distance.ts';
import { contract, type Hierarchy } from './hierarchy.ts';
import { mainComponent } from './main-component.ts';
import { type Anchor, createNearestStreet } from './nearest-street.ts';
import type { StreetNetwork } from './network.ts';
import { type Access, createTableSearch } from './table-search.ts';
import { mayEnter, type Vehicle } from './vehicle.ts';

/** From each place (row) to each place (column), row after row. */
export interface Table {
  /** `Infinity` where no way leads. */
  seconds: Float32Array;
  metres: Float32Array;
}

export interface Router {
  /** Quickest ways between all places. */
  table(places: readonly Place[]): Table;
}

/** Who carries tools to a lamp in a park walks at this pace. */
const WALK_METRES_PER_SECOND = 1.2;
/** Beyond this a vehicle follows a way that the map does not know, at the pace below. */
const MOST_WALKED = 300;
const TRACK_METRES_PER_SECOND = 12 / 3.6;

/**
 * Makes the router of a vehicle.
 *
 * @param known - its hierarchy, when it was made before
 */
export function createRouter(network: StreetNetwork, vehicle: Vehicle, known?: Hierarchy): Router {
  const arcs = arcsOf(network, vehicle);
  const hierarchy = known ?? contract(arcs);
  const isMain = mainComponent(arcs);
  const nearest = createNearestStreet(
    network,
    (segment) =>
      mayEnter(network, segment, vehicle) &&
      isMain[network.from[segment] as number] === 1 &&
      isMain[network.to[segment] as number] === 1,
  );
  const search = createTableSearch(hierarchy);
  return {
    table(places) {
      const anchors = places.map(nearest);
      const table = search(
        anchors.map((anchor) => (anchor ? startsOf(network, anchor) : [])),
        anchors.map((anchor) => (anchor ? endsOf(network, anchor) : [])),
      );
      finish(table, network, anchors);
      return table;
    },
  };
}

/** Leaving an anchor: to either end of its segment, where that direction is allowed. */
function startsOf({ from, to, metres, forward, backward }: StreetNetwork, anchor: Anchor) {
  const { segment, along } = anchor;
  const length = metres[segment] as number;
  return allowed([
    part(to[segment] as number, 1 - along, forward[segment] as number, length),
    part(from[segment] as number, along, backward[segment] as number, length),
  ]);
}

/** Coming to an anchor from either end. */
function endsOf({ from, to, metres, forward, backward }: StreetNetwork, anchor: Anchor) {
  const { segment, along } = anchor;
  const length = metres[segment] as number;
  return allowed([
    part(from[segment] as number, along, forward[segment] as number, length),
    part(to[segment] as number, 1 - along, backward[segment] as number, length),
  ]);
}

function part(node: number, share: number, seconds: number, metres: number): Access {
  // No share of an endless time is a time.
  return {
    node,
    seconds: seconds === Infinity ? Infinity : share * seconds,
    metres: share * metres,
  };
}

const allowed = (accesses: Access[]) => accesses.filter(({ seconds }) => seconds !== Infinity);

/** Ways inside one segment, and the last metres from the street to the place. */
function finish(table: Table, network: StreetNetwork, anchors: readonly (Anchor | undefined)[]) {
  const width = anchors.length;
  anchors.forEach((from, row) => {
    anchors.forEach((to, column) => {
      const cell = row * width + column;
      if (row === column) {
        table.seconds[cell] = 0;
        table.metres[cell] = 0;
      } else if (from && to) {
        if (from.segment === to.segment) goStraight(table, cell, network, from, to);
        table.seconds[cell] =
          (table.seconds[cell] as number) + secondsAway(from.away) + secondsAway(to.away);
        table.metres[cell] = (table.metres[cell] as number) + from.away + to.away;
      }
    });
  });
}

function goStraight(
  table: Table,
  cell: number,
  { metres, forward, backward }: StreetNetwork,
  { segment, along }: Anchor,
  to: Anchor,
): void {
  const share = to.along - along;
  const whole = (share >= 0 ? forward[segment] : backward[segment]) as number;
  if (whole === Infinity || Math.abs(share) * whole >= (table.seconds[cell] as number)) return;
  table.seconds[cell] = Math.abs(share) * whole;
  table.metres[cell] = Math.abs(share) * (metres[segment] as number);
}

function secondsAway(metres: number): number {
  const walked = Math.min(metres, MOST_WALKED);
  return walked / WALK_METRES_PER_SECOND + (metres - walked) / TRACK_METRES_PER_SECOND;
}
