import type { Random } from '../core/random.ts';
import type { Crew, Organization, Person, Role } from '../types.ts';
import { drawName, mailName } from './names.ts';
import { DEPARTEMENT, METROPOLE, REGIE } from './organizations.ts';

const CENTRE = 'montserein';
const BELRIVE = 'belrive-sur-sereine';

type Post = [role: Role, organization: string, jobTitle: string];

/** One of each role first: those are the accounts that a visitor is told of. */
const FIRST_POSTS: Post[] = [
  ['desk', CENTRE, 'Agente d’accueil, Allô Mairie'],
  ['dispatcher', CENTRE, 'Ordonnanceur du centre technique municipal'],
  ['expert', CENTRE, 'Responsable du patrimoine arboré'],
  ['director', CENTRE, 'Direction générale des services techniques'],
  ['elected', CENTRE, 'Adjointe au maire, cadre de vie et proximité'],
  ['administrator', METROPOLE, 'Cheffe de projet numérique'],
  ['auditor', METROPOLE, 'Délégué à la protection des données'],
];

const OTHER_POSTS: Post[] = [
  ['desk', METROPOLE, 'Chargé de la relation usagers'],
  ['dispatcher', METROPOLE, 'Ordonnanceuse de la voirie'],
  ['director', METROPOLE, 'Direction de l’espace public'],
  ['elected', METROPOLE, 'Vice-président délégué à la voirie'],
  ['expert', METROPOLE, 'Ingénieure ouvrages et chaussées'],
  ['desk', REGIE, 'Conseillère clientèle'],
  ['dispatcher', REGIE, 'Responsable d’exploitation'],
  ['dispatcher', DEPARTEMENT, 'Chef du centre d’exploitation'],
  ['desk', BELRIVE, 'Agent d’accueil'],
  ['dispatcher', BELRIVE, 'Responsable des services techniques'],
  ['dispatcher', 'clairvigne', 'Responsable des services techniques'],
  ['dispatcher', 'les-ormeaux-en-val', 'Secrétaire générale'],
  ['dispatcher', 'saint-tancrede-des-bois', 'Secrétaire générale'],
  ['dispatcher', 'fontgrise', 'Secrétaire de mairie'],
  ['elected', 'fontgrise', 'Maire'],
];

/** Who works there: staff, then the leader and, in larger crews, one agent of each crew. */
export function appointPeople(
  random: Random,
  organizations: readonly Organization[],
  crews: readonly Crew[],
): Person[] {
  const known = new Set(organizations.map(({ slug }) => slug));
  const [firstCrew, ...otherCrews] = crews;
  const posts: { post: Post; crew?: string }[] = [
    ...FIRST_POSTS.map((post) => ({ post })),
    ...(firstCrew ? crewPosts(firstCrew) : []),
    ...OTHER_POSTS.map((post) => ({ post })),
    ...otherCrews.flatMap(crewPosts),
  ];
  const taken = new Set<string>();
  return posts
    .filter(({ post: [, organization] }) => known.has(organization))
    .map(({ post: [role, organization, jobTitle], crew }, index) => {
      let name = drawName(random);
      while (taken.has(mailName(name))) name = drawName(random);
      taken.add(mailName(name));
      return {
        id: `person-${index + 1}`,
        name: `${name.first} ${name.last}`,
        email: `${mailName(name)}@${organization}.val-serein.example`,
        role,
        organization,
        jobTitle,
        ...(crew && { crew }),
      };
    });
}

function crewPosts({ id, name, organization, size }: Crew): { post: Post; crew: string }[] {
  const leader: Post = ['crew', organization, size > 1 ? `Chef d’équipe, ${name}` : name];
  const agent: Post = ['crew', organization, `Agent, ${name}`];
  return (size > 2 ? [leader, agent] : [leader]).map((post) => ({ post, crew: id }));
}
