import { expect, test } from 'vitest';
import { groupByTag } from './group-by-tag.ts';

test('operations are grouped by tag, with parameters, body and answers', () => {
  const [group] = groupByTag({
    paths: {
      '/api/v1/things/{id}': {
        parameters: {} as never,
        post: {
          tags: ['things'],
          summary: 'Faire',
          parameters: [{ name: 'id', in: 'path', required: true }],
          requestBody: {
            content: {
              'application/json': { schema: { properties: { a: {}, b: {} }, required: ['b'] } },
            },
          },
          responses: { 201: {} },
        },
      },
    },
  });
  expect(group).toEqual({
    tag: 'things',
    operations: [
      {
        id: 'post-api-v1-things-id-',
        method: 'POST',
        path: '/api/v1/things/{id}',
        summary: 'Faire',
        parameters: [{ name: 'id', required: true, description: '' }],
        body: [
          { name: 'a', required: false },
          { name: 'b', required: true },
        ],
        answers: ['201'],
      },
    ],
  });
});
