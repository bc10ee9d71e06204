import type { Competence } from '../modules/organizations/index.ts';
import type { RegisterEpci } from './init-register.ts';

/** Who holds the roads other than national and departmental ones. */
type RoadHolder = 'epci' | 'shared';

interface LegalGround {
  holder: RoadHolder;
  /** As shown to a resident or another authority; each names its article, to be checked there. */
  reason: string;
}

const BY_TYPE: Record<RegisterEpci['type'], LegalGround> = {
  METRO: { holder: 'epci', reason: 'voirie de la métropole (CGCT, article L5217-2, I, 2°)' },
  CU: { holder: 'epci', reason: 'voirie de la communauté urbaine (CGCT, article L5215-20, I, 2°)' },
  MET69: { holder: 'epci', reason: 'voirie de la métropole de Lyon (CGCT, article L3641-1)' },
  CA: {
    holder: 'shared',
    reason: 'seulement la voirie déclarée d’intérêt communautaire (CGCT, article L5216-5, II)',
  },
  CC: {
    holder: 'shared',
    reason: 'seulement la voirie déclarée d’intérêt communautaire (CGCT, article L5214-16, II)',
  },
};

/** Two métropoles to which the general article does not apply. */
const BY_CODE: Record<string, LegalGround> = {
  '200054781': {
    holder: 'shared',
    reason: 'statut particulier de la métropole du Grand Paris (CGCT, article L5219-1)',
  },
  '200054807': {
    holder: 'shared',
    reason: 'seulement la voirie d’intérêt métropolitain (CGCT, articles L5218-1 et L5218-2)',
  },
};

interface Member {
  id: string;
  code: string;
  departement: string;
}

export interface DefaultCompetences {
  epci: Pick<RegisterEpci, 'type' | 'code'> & { id: string };
  communes: Member[];
  departements: { id: string; code: string }[];
  /** Group of the services about roads, as the catalogue names it. */
  roadGroup: string;
  /** Civil date from which the rules hold. */
  from: string;
}

/**
 * What the law says where no deliberation has been read yet: the commune for everything, its EPCI
 * for roads according to its type, the département for departmental roads. Where only some roads
 * were transferred, the EPCI's rule says « of community interest » without what was declared (the
 * State's register does not publish it), so that the answer is « unclear » and the commune orients.
 * An administrator then writes what was declared.
 */
export function defaultCompetences(territory: DefaultCompetences): Competence[] {
  const { epci, communes, departements, roadGroup, from } = territory;
  const rule = (organizationId: string, more: Partial<Competence>): Competence => ({
    organizationId,
    value: 'yes',
    declared: null,
    serviceCode: null,
    serviceGroup: null,
    roadClasses: null,
    roadNumbers: null,
    builtUp: null,
    ownerIds: null,
    areaOrganizationId: null,
    priority: 0,
    validFrom: from,
    validUntil: null,
    reason: '',
    ...more,
  });
  const ground = groundOf(epci);
  const onRoads = { serviceGroup: roadGroup };
  const everything = communes.map(({ id }) =>
    rule(id, { reason: 'compétence générale de la commune (CGCT, article L2121-29)' }),
  );
  const communalRoads = communes.map(({ id }) =>
    rule(id, {
      ...onRoads,
      reason: 'voirie communale (code de la voirie routière, article L141-1)',
    }),
  );
  // Nobody has read what was declared yet: a rule without declaration never means « no ».
  const groupedRoads = rule(epci.id, {
    ...onRoads,
    value: ground.holder === 'shared' ? 'community-interest' : 'yes',
    reason: ground.reason,
  });
  const departmental = departements.flatMap((departement) => {
    const its = communes.filter((commune) => commune.departement === departement.code);
    const everywhere = its.length === communes.length;
    const areas = everywhere ? [null] : its.map(({ id }) => id);
    return areas.map((areaOrganizationId) =>
      rule(departement.id, {
        ...onRoads,
        roadClasses: ['departmental'],
        areaOrganizationId,
        reason: departmentalReason(epci),
      }),
    );
  });
  return [
    ...everything,
    ...(ground.holder === 'shared' ? communalRoads : []),
    groupedRoads,
    ...departmental,
  ];
}

/** Who receives what is unclear: the EPCI where it holds the roads, the commune elsewhere. */
export function whoOrients(epci: Pick<RegisterEpci, 'type' | 'code'>): 'epci' | 'commune' {
  return groundOf(epci).holder === 'epci' ? 'epci' : 'commune';
}

const groundOf = ({ type, code }: Pick<RegisterEpci, 'type' | 'code'>): LegalGround =>
  BY_CODE[code] ?? BY_TYPE[type];

function departmentalReason({ type }: Pick<RegisterEpci, 'type'>): string {
  const usual = 'routes départementales (code de la voirie routière, article L131-1)';
  return type === 'METRO'
    ? `${usual}, sauf celles transférées à la métropole (CGCT, article L5217-2, IV)`
    : usual;
}
