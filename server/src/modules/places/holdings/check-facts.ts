import { ensure } from '../../../platform/problem/index.ts';
import type { DirectoryOrganization } from '../../organizations/index.ts';
import { problems } from '../problems.ts';
import type { HoldingFacts } from './holding.ts';
import { readOwner } from './read-owner.ts';

/**
 * Facts as a person wrote them, with the owner by its code.
 *
 * @throws Problem `unknown-owner` (422)
 */
export function checkFacts(
  facts: HoldingFacts,
  organizations: readonly DirectoryOrganization[],
): HoldingFacts {
  if (facts.ownerCode === null) return facts;
  const ownerCode = readOwner(facts.ownerCode, organizations);
  ensure(ownerCode, problems.unknownOwner);
  return { ...facts, ownerCode };
}
