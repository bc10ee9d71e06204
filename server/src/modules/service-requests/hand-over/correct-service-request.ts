import type { Act } from '../../../platform/acts/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import type { Answers } from '../answers.ts';
import { checkAnswers } from '../check-answers.ts';
import { cleanText } from '../clean-text.ts';
import { dueAt } from '../deadline.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { keepGroupNarrow } from '../duplicates/keep-group-narrow.ts';
import { duplicateRulesOf } from '../duplicates/rules.ts';
import { giveCommand } from '../give-command.ts';
import { catalogueOf } from '../offered-services.ts';
import { priorityOf } from '../priority.ts';
import { problems } from '../problems.ts';
import { routeRequest } from '../route-request.ts';
import { learnWords } from '../vocabulary.ts';
import { formerHolders, nextHolder } from './model.ts';
import { liftRefusals } from './store.ts';

export interface CorrectServiceRequest {
  id: string;
  serviceCode?: string | undefined;
  point?: Point | undefined;
  address?: string | undefined;
  answers?: Answers | undefined;
  reason?: string | undefined;
}

/**
 * Says what a request is really about, or where, and finds again who is competent. Earlier refusals
 * answered another question, and no longer bind. The delay is counted from the reception, as ever.
 *
 * @throws Problem `unknown-service`, `answers-refused`, `nothing-to-correct`, `coordinates-swapped`
 *   or `place-missing` (422), `group-too-wide` (409), and as {@link giveCommand}
 */
export async function correctServiceRequest(
  platform: Platform,
  act: Act,
  command: CorrectServiceRequest,
) {
  const { territoryId, at } = act;
  const { id, reason = '' } = command;
  // Before the transaction: one that holds a connection does not wait for another.
  const [catalogue, rules] = await Promise.all([
    catalogueOf(platform, territoryId),
    duplicateRulesOf(platform, territoryId),
  ]);
  return giveCommand(platform, act, id, 'correct', async (request, tx) => {
    const serviceCode = command.serviceCode ?? request.serviceCode;
    const service = catalogue.byCode.get(serviceCode);
    const isOther = serviceCode !== request.serviceCode;
    ensure(service && (!isOther || service.offered), () =>
      problems.unknownService({ serviceCode }),
    );
    const moves = command.point !== undefined || command.address !== undefined;
    ensure(isOther || moves || command.answers !== undefined, problems.nothingToCorrect);
    const answers = command.answers
      ? checkAnswers(service, command.answers)
      : isOther
        ? {}
        : request.answers;
    // An address alone takes the pin away from where it was wrong.
    const point = command.point ?? (command.address === undefined ? request.point : null);
    const address = command.address ?? (command.point === undefined ? request.address : '');
    const route = await routeRequest(platform, act, service, {
      point,
      address,
      channel: request.channel,
      registrarId: request.organizationId,
      mayLackPlace: true,
    });
    if (isOther || moves) {
      await keepGroupNarrow(tx, territoryId, rules, request, { service, point: route.point });
    }
    const judged = request.status === 'triaged';
    const severity = judged || !isOther ? request.severity : service.defaultSeverity;
    const urgency = judged || !isOther ? request.urgency : service.defaultUrgency;

    const { handOver, formerOrganizationIds } = request;
    const routed = route.organization?.id ?? request.organizationId;
    const changesHands = (isOther || moves) && routed !== request.organizationId;
    const passing = {
      hops: handOver.hops,
      holderId: request.organizationId,
      // What those that had it said was about another service, or another place.
      formerIds: [],
      refusedIds: [],
      orientingId: route.orientingOrganizationId ?? handOver.orientingOrganizationId,
    };
    // The first holder of what came unsorted has not passed it on: it has sorted it.
    const sorts = request.serviceCode === UNSORTED.code && handOver.hops === 0;
    const next = changesHands
      ? { ...nextHolder(passing, routed), ...(sorts && { hops: 0 }) }
      : { organizationId: request.organizationId, hops: handOver.hops, contested: false };
    if (isOther || moves) await liftRefusals(tx, territoryId, id, at);
    await learnWords(platform.db, tx, [{ territoryId, value: `${service.name} ${route.address}` }]);
    const isRouted = isOther || moves;
    const priority = priorityOf(catalogue.grid, severity, urgency, request.exposure);
    return {
      event: 'corrected',
      change: {
        serviceCode: service.code,
        serviceName: service.name,
        serviceGroup: service.group,
        answers,
        point: route.point,
        address: route.address,
        communeId: route.communeId,
        communeName: route.communeName,
        severity,
        urgency,
        priority,
        dueAt: isOther
          ? dueAt(catalogue.clockRules, service, priority, request.receivedAt)
          : request.dueAt,
        organizationId: next.organizationId,
        ...(changesHands && { status: 'received' as const }),
        formerOrganizationIds: formerHolders(
          formerOrganizationIds,
          request.organizationId,
          next.organizationId,
        ),
        ...(isRouted && {
          assignment: next.contested ? ('unclear' as const) : route.assignment,
          assignmentReason: route.reason,
        }),
        handOver: isRouted
          ? {
              hops: next.hops,
              contested: next.contested,
              orientingOrganizationId: route.orientingOrganizationId,
              concernedOrganizationIds: route.concernedOrganizationIds,
            }
          : handOver,
      },
      data: {
        fromServiceName: request.serviceName,
        toServiceName: service.name,
        serviceChanged: isOther,
        placeChanged: moves,
        fromOrganizationId: request.organizationId,
        toOrganizationId: next.organizationId,
        fromServiceCode: request.serviceCode,
      },
      ...(cleanText(reason) && { reason: cleanText(reason) }),
    };
  });
}
