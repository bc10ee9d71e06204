import type { Random } from '../core/random.ts';
import type { Crew, Organization, Person, Role } from '../types.ts';
import { drawName, mailName } from './names.ts';
import { DEPARTEMENT, METROPOLE, REGIE } from './organizations.ts';

const CENTRE = 'montserein';
const BELRIVE = 'belrive-sur-sereine';

type Post = [role: Role, organization: string, jobTitle: string];

/**
 * One of each role first: those are the accounts that a visitor is told of. Titles name the post
 * and not who holds it, so that they agree with any name drawn.
 */
const FIRST_POSTS: Post[] = [
  ['desk', CENTRE, 'Accueil, Allô Mairie'],
  ['dispatcher', CENTRE, 'Ordonnancement, centre technique municipal'],
  ['expert', CENTRE, 'Responsable du patrimoine arboré'],
  ['director', CENTRE, 'Direction générale des services techniques'],
  ['elected', CENTRE, 'Municipalité, cadre de vie et proximité'],
  ['administrator', METROPOLE, 'Projets numériques'],
  ['auditor', METROPOLE, 'Protection des données'],
];

const OTHER_POSTS: Post[] = [
  ['desk', METROPOLE, 'Relation avec les usagers'],
  ['dispatcher', METROPOLE, 'Ordonnancement de la voirie'],
  ['director', METROPOLE, 'Direction de l’espace public'],
  ['elected', METROPOLE, 'Vice-présidence, voirie'],
  ['expert', METROPOLE, 'Ingénierie des ouvrages et des chaussées'],
  ['desk', REGIE, 'Relation avec les abonnés'],
  ['dispatcher', REGIE, 'Responsable d’exploitation'],
  ['dispatcher', DEPARTEMENT, 'Responsable du centre d’exploitation'],
  ['desk', BELRIVE, 'Accueil'],
  ['dispatcher', BELRIVE, 'Responsable des services techniques'],
  ['dispatcher', 'clairvigne', 'Responsable des services techniques'],
  ['dispatcher', 'les-ormeaux-en-val', 'Secrétariat général'],
  ['dispatcher', 'saint-tancrede-des-bois', 'Secrétariat général'],
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
  const leader: Post = ['crew', organization, size > 1 ? `Responsable d’équipe, ${name}` : name];
  const agent: Post = ['crew', organization, `Équipe ${name}`];
  return (size > 2 ? [leader, agent] : [leader]).map((post) => ({ post, crew: id }));
}
