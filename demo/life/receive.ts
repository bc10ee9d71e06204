import type { Random } from '../core/random.ts';
import type { WhoActs } from '../people/find-competent.ts';
import { ownerOf } from '../people/owners.ts';
import type { Channel, DemonstrationRequest } from '../types.ts';
import type { Arrival } from './arrivals.ts';
import { answerQuestions } from './attributes.ts';
import { type Calendar, HOUR } from './calendar.ts';
import { drawContact } from './contact.ts';
import { gradeRequest } from './grade.ts';
import { HABITS, type Habit } from './habits.ts';
import type { Place, Places } from './places.ts';
import type { Weather } from './weather.ts';
import { NATIONAL_ROAD, PRIVATE_ROAD, type Refusal } from './words/closing.ts';
import { describeProblem } from './words/describe.ts';
import type { Circumstance } from './words/index.ts';
import { tellWhere } from './words/where.ts';

/** A request on the day it arrives. */
export interface Received {
  request: DemonstrationRequest;
  /** What its author will read when no rule names anybody of the territory. */
  refusal: Refusal | undefined;
  /** Others who will ask about the same thing, if it lasts. */
  echoes: DemonstrationRequest[];
}

export interface Reception {
  arrivals: readonly Arrival[];
  calendar: Calendar;
  weather: Weather;
  places: Places;
  competent(question: WhoActs): string | undefined;
  /** Who receives what no rule gives to anybody. */
  orients: string;
  deskOf(organization: string): string | undefined;
}

/** One problem in this many is told of again, and by how many. */
const ECHOED = 0.055;
/** These days people ask again more often: what lasts is not repaired yet. */
const ECHOED_LATELY = 0.11;
const LATELY = 5 * 24 * HOUR;
const ECHOES = [
  [1, 70],
  [2, 20],
  [3, 7],
  [4, 3],
] as const;
/** Nobody takes down what comes these ways. */
const UNATTENDED: readonly Channel[] = ['web', 'sms', 'social'];

/** Turns arrivals into requests: a place, words, someone who asks, and whoever acts there. */
export function receiveRequests(random: Random, reception: Reception): Received[] {
  const { arrivals, places, calendar } = reception;
  return arrivals.map((arrival, index): Received => {
    const habit = HABITS[arrival.serviceCode] as Habit;
    const place = places.draw(random, random.weighted(habit.places));
    const id = `request-${index + 1}`;
    const first = receive(random, reception, { ...arrival, id, place });
    const isLate = arrival.at > calendar.now - LATELY;
    if (!random.chance(isLate ? ECHOED_LATELY : ECHOED)) return first;
    const echoes = Array.from({ length: random.weighted(ECHOES) }, (_, rank) => {
      const at = arrival.at + random.skewed(14, 1) * HOUR;
      const { request } = receive(random, reception, {
        ...arrival,
        id: `${id}-again-${rank + 1}`,
        channel: 'web',
        at,
        day: calendar.dayOf(at),
        place: places.nearby(random, place),
      });
      const { organization, communeCode } = first.request;
      return { ...request, organization, communeCode };
    });
    const past = echoes.filter(({ requestedAt }) => Date.parse(requestedAt) < calendar.now);
    return { ...first, echoes: past };
  });
}

function receive(
  random: Random,
  { weather, competent, orients, deskOf }: Reception,
  { id, serviceCode, channel, at, day, place }: Arrival & { id: string; place: Place },
): Received {
  const { feature, point, addressText, communeCode } = place;
  const road = feature.kind === 'street' ? feature : place.road;
  const asked = { serviceCode, communeCode, road, owner: ownerOf(feature, road, communeCode) };
  const named = competent({ ...asked, placeName: feature.name, on: day.date });
  const organization = named ?? orients;
  const circumstance = circumstanceOf(weather, day);
  const where = tellWhere(random, place);
  const description = describeProblem(random, { serviceCode, channel, where, circumstance });
  const contact = drawContact(random, channel, place.address);
  const desk = UNATTENDED.includes(channel) ? undefined : deskOf(organization);
  return {
    echoes: [],
    refusal: named ? undefined : road.roadClass === 'national' ? NATIONAL_ROAD : PRIVATE_ROAD,
    request: {
      id,
      serviceCode,
      channel,
      description,
      attributes: answerQuestions(random, serviceCode, channel, description, place),
      point,
      addressText,
      communeCode,
      featureId: feature.id,
      organization,
      ...(desk && { takenBy: desk }),
      ...(contact && { contact }),
      ...gradeRequest(random, serviceCode),
      requestedAt: new Date(Math.floor(at / 1000) * 1000).toISOString(),
      history: [],
    },
  };
}

function circumstanceOf(weather: Weather, day: Arrival['day']): Circumstance | undefined {
  if (weather.stormy(day)) return 'storm';
  if (weather.afterFrost(day)) return 'frost';
  if (day.month === 10 || day.month === 11) return 'autumn';
  return day.month >= 4 && day.month <= 7 ? 'growth' : undefined;
}
