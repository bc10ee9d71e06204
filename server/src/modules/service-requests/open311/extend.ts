import type { StoredEvent } from '../../../platform/events/index.ts';
import { inWords } from '../answers.ts';
import type { Question } from '../catalogue.ts';
import type { ServiceRequest } from '../service-request.ts';
import { timelineOf } from '../timeline.ts';
import { type Surroundings, w3c } from './present.ts';

/**
 * What `extensions=true` adds to a request, as Chicago, Boston and San Francisco have it: its
 * answers, its photos, its public story. Answers and what was said are for the holders of a key.
 *
 * @see {@link https://wiki.open311.org/GeoReport_v2/Extensions/}
 */
export function extensionsOf(
  request: ServiceRequest,
  questions: Question[],
  story: readonly StoredEvent[],
  around: Surroundings,
) {
  const { photos = [], whole = false } = around.words.get(request.id) ?? {};
  return {
    attributes: whole ? attributesOf(questions, request) : [],
    extended_attributes: {
      channel: request.channel,
      photos: photos.map(({ url, at }) => ({ media_url: url, created_at: w3c(at) })),
    },
    notes: timelineOf(story, around.names, 'follower').map(({ at, type, title, detail }) => ({
      datetime: w3c(new Date(at)),
      description: whole && detail ? `${title}. ${detail}` : title,
      type: type.replace(/^service-request\./, ''),
    })),
  };
}

function attributesOf(questions: Question[], { answers }: ServiceRequest) {
  return questions
    .filter(({ code }) => Object.hasOwn(answers, code))
    .map((question) => ({
      code: question.code,
      label: question.description,
      name: question.code,
      value: inWords([question], answers)[0]?.answer ?? '',
    }));
}
