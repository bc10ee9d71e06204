import Type from 'typebox';
import { Id } from '../../../platform/http/index.ts';
import { Instant, Nullable } from './parts.ts';

export const TimelineView = Type.Object({
  items: Type.Array(
    Type.Object(
      {
        id: Id,
        at: Instant,
        type: Type.String(),
        title: Type.String(),
        detail: Nullable(Type.String()),
        actorName: Type.String(),
        organizationName: Nullable(Type.String()),
        public: Type.Boolean(),
      },
      { title: 'TimelineEntry' },
    ),
  ),
});
