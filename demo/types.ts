import type { LineString, Point, Polygon } from 'geojson';
import type { CatalogueService } from '../server/src/modules/service-requests/index.ts';

/** What an organization is in law; the centre of the domain's "who is competent". */
export type OrganizationKind = 'commune' | 'epci' | 'departement' | 'operator';

/** Who owns and maintains a road (French law: national, departmental, metropolitan, communal, private). */
export type RoadClass = 'national' | 'departmental' | 'metropolitan' | 'communal' | 'private';

export interface Commune {
  name: string;
  /** INSEE-like, in the 99xxx range that no French commune can have. */
  code: string;
  postcode: string;
  population: number;
  /** The square in front of the town hall. */
  centre: Point;
  boundary: Polygon;
}

export interface Territory {
  slug: string;
  name: string;
  departement: { name: string; code: string; boundary: Polygon };
  /** The union of the communes. */
  boundary: Polygon;
  communes: Commune[];
}

export interface Organization {
  slug: string;
  name: string;
  shortName: string;
  kind: OrganizationKind;
  /** Communes where it acts; all of them for the métropole, the département and the operator. */
  communeCodes: string[];
  email: string;
  phone: string;
  /** Where it may act: a commune's, the métropole's or the département's boundary. */
  area: Polygon;
}

/**
 * One rule of competence: this organization acts on these services, on roads of these classes,
 * in these communes, from a day until another.
 * Absent lists mean "any"; of two rules that match, the one with the higher priority holds.
 */
export interface Competence {
  id: string;
  organization: string;
  serviceCodes: string[];
  /** What it says: that it acts, unless told otherwise, as the State's register has it. */
  value?: 'no' | 'community-interest';
  /** Places declared of community interest, by name; absent while the deliberation is not known. */
  declaredPlaces?: string[];
  roadClasses?: RoadClass[];
  /** Owners of the road or of the ground, by slug. */
  owners?: string[];
  /** Road numbers, such as `D 12`, where a convention is about one road. */
  roadNumbers?: string[];
  communeCodes?: string[];
  /** Inside or outside built-up areas, as the signs at the town's entrances say. */
  builtUp?: boolean;
  priority: number;
  /** ISO dates; `until` is the first day when the rule no longer holds. */
  from: string;
  until?: string;
  /** The legal ground, in French, as shown to a resident or another authority. */
  ground: string;
}

export type MapFeatureKind =
  | 'street'
  | 'quarter'
  | 'building'
  | 'park'
  | 'wood'
  | 'playground'
  | 'sports-ground'
  | 'cemetery'
  | 'square'
  | 'school'
  | 'town-hall'
  | 'station'
  | 'church'
  | 'water'
  | 'river'
  | 'railway'
  | 'lamp'
  | 'tree'
  | 'bus-stop'
  | 'recycling-point'
  | 'bench';

export interface MapFeature {
  id: string;
  kind: MapFeatureKind;
  name?: string;
  /** What is painted on the thing: a lamp's number, a tree's tag. */
  reference?: string;
  roadClass?: RoadClass;
  /** `D 12`, `N 199`. */
  roadNumber?: string;
  /** Carriageway and pavements, in metres. */
  widthMetres?: number;
  builtUp?: boolean;
  bridge?: boolean;
  heightMetres?: number;
  communeCode: string;
  geometry: Point | LineString | Polygon;
  /** First zoom of the usual web pyramid at which the feature is worth drawing. */
  minZoom: number;
}

export interface Address {
  id: string;
  /** As on the door: `12`, `12 bis`. */
  number: string;
  street: string;
  communeCode: string;
  communeName: string;
  postcode: string;
  point: Point;
}

export interface Landmark {
  id: string;
  name: string;
  kind: MapFeatureKind;
  communeCode: string;
  communeName: string;
  point: Point;
}

export type Role =
  | 'desk'
  | 'dispatcher'
  | 'crew'
  | 'expert'
  | 'elected'
  | 'director'
  | 'administrator'
  | 'auditor';

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Slug of the organization. */
  organization: string;
  jobTitle: string;
  crew?: string;
}

export interface Crew {
  id: string;
  name: string;
  organization: string;
  skills: string[];
  vehicle: string;
  size: number;
  depot: Point;
  communeCodes: string[];
}

export type Channel = 'web' | 'phone' | 'desk' | 'letter' | 'mail' | 'elected' | 'social' | 'sms';

export type RequestStatus =
  | 'received'
  | 'triaged'
  | 'planned'
  | 'started'
  | 'done'
  | 'answered'
  | 'rejected';

export interface StatusChange {
  status: RequestStatus;
  /** ISO instant with `Z`. */
  at: string;
  /** What the resident is told, in French; absent when nothing is said. */
  note?: string;
  /** Only with `rejected`. */
  reason?: RejectionReason;
  /** Who did it; absent when the resident or the machine did. */
  person?: string;
  /** With `received` after a closing: the resident says that it is not done. */
  disputed?: true;
}

/** What a resident answers to the question of satisfaction: 1 (not) to 3 (yes). */
export interface Rating {
  score: 1 | 2 | 3;
  comment?: string;
  at: string;
}

export interface ResidentContact {
  name: string;
  email?: string;
  phone?: string;
  /** Lines of an address, without the name. */
  postalAddress?: string;
  preference?: 'letter';
}

export interface DemonstrationRequest {
  id: string;
  serviceCode: string;
  channel: Channel;
  description: string;
  attributes: Record<string, string | string[]>;
  point: Point;
  /** The nearest address or place, as words. */
  addressText: string;
  communeCode: string;
  /** The map feature it is about: the lamp, the playground, the stretch of street. */
  featureId: string;
  /** Slug of the organization that handles it in the end. */
  organization: string;
  /** Who took the call or opened the letter; absent on the web. */
  takenBy?: string;
  contact?: ResidentContact;
  severity: number;
  urgency: number;
  requestedAt: string;
  history: StatusChange[];
  duplicateOf?: string;
  /** The open request that it is about to be joined to. */
  joins?: string;
  /** Reported to the product itself, which finds whose it is; never imported. */
  isLive?: true;
  rating?: Rating;
  workOrderId?: string;
}

export type WorkOrderStatus = 'planned' | 'started' | 'completed' | 'failed';

export type RejectionReason =
  | 'not-competent'
  | 'not-found'
  | 'duplicate'
  | 'out-of-scope'
  | 'other';

export interface DemonstrationWorkOrder {
  id: string;
  /** The request it answers, with its duplicates. */
  requestIds: string[];
  organization: string;
  crew: string;
  title: string;
  status: WorkOrderStatus;
  point: Point;
  createdAt: string;
  scheduledStart: string;
  estimatedMinutes: number;
  severity: number;
  urgency: number;
  startedAt?: string;
  /** When it ended, done or failed. */
  completedAt?: string;
  /** Only with `failed`. */
  failure?: 'access' | 'material' | 'danger' | 'not-found' | 'other';
  /** The crew's own words. */
  outcome?: string;
}

/** One thing that somebody does to a request, through the product itself. */
export type Deed =
  | { kind: 'transfer' | 'insist'; to: string; reason: string }
  | { kind: 'refuse'; reason: RefusalReason; note: string }
  | { kind: 'join'; leader: string }
  /** By a reply template, by its title. */
  | { kind: 'answer'; template: string }
  | { kind: 'ask'; message: string }
  /** The resident's own words; `contest` says that it is not done. */
  | { kind: 'write' | 'contest'; text: string };

export type RefusalReason = 'agreement-says-other' | 'not-our-service' | 'not-our-asset';

/** What is done to one request between an instant and now, in this order. */
export interface Story {
  request: string;
  from: string;
  deeds: Deed[];
}

/** Something that came without a form, and that the product has yet to read. */
export interface Arrived {
  source: 'mail' | 'sms' | 'social';
  sender: { name: string; address: string };
  subject?: string;
  text: string;
  /** Headers that only machines write. */
  headers?: Record<string, string>;
  network?: string;
  at: string;
}

/** A letter that the desk registers. */
export interface Letter {
  sender: { name: string; postalAddress: string };
  summary: string;
  serviceCode: string;
  address: Address;
}

export interface Storm {
  name: string;
  from: string;
  until: string;
}

/** Everything the demonstration territory holds, as plain data. */
export interface Demonstration {
  territory: Territory;
  features: MapFeature[];
  addresses: Address[];
  landmarks: Landmark[];
  organizations: Organization[];
  competences: Competence[];
  catalogue: readonly CatalogueService[];
  people: Person[];
  crews: Crew[];
  storms: Storm[];
  requests: DemonstrationRequest[];
  workOrders: DemonstrationWorkOrder[];
  stories: Story[];
  arrived: Arrived[];
  letters: Letter[];
}
