import { pointInBox, sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { BoundingBox, Point } from '../../../platform/geo/index.ts';
import type { Answers } from '../answers.ts';
import { LISTED, type Listed, type ListedRow, listedFromRow } from '../inbox/listed-store.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

/** A request around a place, with what can be compared of it. */
export interface Candidate {
  request: Listed;
  /** The beginning of its description. */
  description: string;
  answers: Answers;
  phone: string | null;
  email: string | null;
}

export interface Around {
  point: Point;
  box: BoundingBox;
  serviceCodes: readonly string[];
  receivedSince: Date;
  closedSince: Date;
}

/** Nearest open ones that are compared, and past ones. */
const OPEN_COMPARED = 60;
const PAST_COMPARED = 40;
/** A place where much was reported has more past than anyone compares: the nearest are read. */
const PAST_READ = 400;

/**
 * Requests around a place that a new one may repeat: open ones, and those closed lately. Each part
 * is read from an index in the order of the distance and stops: a lookup costs the same in a
 * territory of a thousand requests as of a million.
 */
export async function candidatesAround(
  tx: Tx,
  territoryId: string,
  { point, box, serviceCodes, receivedSince, closedSince }: Around,
): Promise<Candidate[]> {
  const inBox = pointInBox(sql`point`, box);
  const byDistance = sql`point <-> point(${point.long}::float8, ${point.lat}::float8)`;
  const isKin = sql`service_code = ANY(${serviceCodes}::text[])`;
  const { rows } = await sql<Row>`
    (SELECT ${COMPARED} FROM service_request
     WHERE territory_id = ${territoryId} AND ${inBox} AND ${isKin}
       AND closed_at IS NULL AND merged_into_id IS NULL AND received_at >= ${receivedSince}
     ORDER BY ${byDistance} LIMIT ${OPEN_COMPARED})
    UNION ALL
    (SELECT ${COMPARED} FROM (
       SELECT * FROM service_request WHERE territory_id = ${territoryId} AND ${inBox}
       ORDER BY ${byDistance} LIMIT ${PAST_READ}) AS past
     WHERE ${isKin} AND closed_at >= ${closedSince} AND merged_into_id IS NULL
     LIMIT ${PAST_COMPARED})`.execute(on(tx));
  return rows.map((row) => ({
    request: listedFromRow(row),
    description: row.beginning,
    answers: row.answers,
    phone: row.contact_phone,
    email: row.contact_email,
  }));
}

type Row = ListedRow & { beginning: string };

const COMPARED = sql`${LISTED}, answers, contact_phone, contact_email,
  left(description, 600) AS beginning`;
