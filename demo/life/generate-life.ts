import { DEFAULT_CATALOGUE } from '../../server/src/modules/service-requests/index.ts';
import { createRandom } from '../core/random.ts';
import { listCompetences } from '../people/competences.ts';
import { formCrews } from '../people/crews.ts';
import { competenceFinder } from '../people/find-competent.ts';
import { describeOrganizations, METROPOLE } from '../people/organizations.ts';
import { appointPeople } from '../people/people.ts';
import type { Demonstration, Person, Role } from '../types.ts';
import { answerRequests } from './answer-requests.ts';
import { drawArrivals } from './arrivals.ts';
import { openCalendar } from './calendar.ts';
import { fillToday } from './fill-today.ts';
import { leaveUnread } from './leave-unread.ts';
import { indexPlaces, type Town } from './places.ts';
import { fillPostBox } from './post-box.ts';
import { rateRequests } from './rate-requests.ts';
import { receiveRequests } from './receive.ts';
import { openRounds } from './rounds.ts';
import { tellStories } from './tell-stories.ts';
import { drawWeather } from './weather.ts';

/** About as many as a territory of this size receives in two years. */
const REQUESTS = 22_900;

export interface GenerateLife {
  seed: number;
  /** The instant of the demonstration: everything before it has happened. */
  today: Date;
  town: Town;
}

export type Life = Omit<Demonstration, keyof Town>;

/**
 * Makes up who works for a town, and two years of what its residents asked of them.
 *
 * Pure: the same seed, instant and town give the same life.
 */
export function generateLife({ seed, today, town }: GenerateLife): Life {
  const random = createRandom(`life/${seed}`);
  const calendar = openCalendar(today);
  const organizations = describeOrganizations(town.territory);
  const competences = listCompetences(organizations, greatStadium(town));
  const { crews, sentFor } = formCrews(town.territory, organizations);
  const people = appointPeople(random.fork('people'), organizations, crews);
  const weather = drawWeather(random.fork('weather'), calendar);

  const received = receiveRequests(random.fork('requests'), {
    arrivals: drawArrivals(random.fork('arrivals'), calendar, weather, REQUESTS),
    calendar,
    weather,
    places: indexPlaces(town, random.fork('places')),
    competent: competenceFinder(competences),
    orients: METROPOLE,
    deskOf: staffFinder(people, 'desk'),
  });
  const lived = answerRequests(received, {
    random: random.fork('courses'),
    calendar,
    rounds: openRounds(random.fork('rounds'), calendar),
    dispatcherOf: staffFinder(people, 'dispatcher'),
    sentFor,
  });
  const fresh = leaveUnread(calendar, lived.requests, lived.orders);
  const { requests, orders } = fillToday(
    random.fork('today'),
    calendar,
    crews,
    fresh.requests,
    fresh.orders,
  );
  const [centre] = organizations.filter(({ kind }) => kind === 'commune');
  const told = tellStories(calendar, { territory: town.territory, organizations }, requests);
  const postBox = fillPostBox(
    random.fork('post'),
    calendar,
    town.addresses.filter(({ communeCode }) => communeCode === centre?.communeCodes[0]),
    told.requests,
  );
  return {
    organizations,
    competences,
    catalogue: DEFAULT_CATALOGUE,
    people,
    crews,
    storms: weather.storms,
    requests: rateRequests(random.fork('ratings'), calendar, postBox.requests),
    workOrders: orders,
    stories: told.stories,
    arrived: postBox.arrived,
    letters: postBox.letters,
  };
}

/** The sports ground that the whole métropole goes to: the first of its largest commune. */
function greatStadium({ territory, features }: Town): string[] {
  const [largest] = territory.communes.toSorted((a, b) => b.population - a.population);
  const found = features.find(
    ({ kind, communeCode, name }) =>
      kind === 'sports-ground' && communeCode === largest?.code && name?.startsWith('Stade'),
  );
  return found?.name ? [found.name] : [];
}

/** Whoever holds a role in an organization, or in the métropole for those that have nobody. */
function staffFinder(people: readonly Person[], role: Role) {
  const first = new Map<string, string>();
  for (const person of people) {
    if (person.role === role && !first.has(person.organization)) {
      first.set(person.organization, person.id);
    }
  }
  return (organization: string) => first.get(organization) ?? first.get(METROPOLE);
}
