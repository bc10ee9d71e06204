import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { commonProblems } from './common-problems.ts';
import { problemFromError } from './problem-from-error.ts';

describe('problemFromError', () => {
  it('keeps problems', () => {
    const problem = commonProblems.forbidden();
    expect(problemFromError(problem, 'r1')).toBe(problem);
  });

  it.each([
    new Error('password=hunter2'),
    Object.assign(new Error('secret'), { statusCode: 400 }),
    'text',
    null,
    undefined,
  ])('tells nothing of %s but a reference', (error) => {
    const document = problemFromError(error, 'r1').toDocument('fr');
    expect(document).toMatchObject({ status: 500, requestId: 'r1' });
    expect(document.detail).toContain('r1');
    expect(JSON.stringify(document)).not.toMatch(/hunter2|secret/);
  });

  it('translates the refusals of the web framework', async () => {
    const app = Fastify({ bodyLimit: 10 });
    app.setErrorHandler((error, request, reply) => {
      const problem = problemFromError(error, request.id);
      return reply.code(problem.status).send(problem.toDocument('en'));
    });
    app.post('/', () => 'ok');
    const post = async (type: string, payload: string) => {
      const response = await app.inject({
        method: 'POST',
        url: '/',
        headers: { 'content-type': type },
        payload,
      });
      return response.json<{ type: string }>().type;
    };
    expect(await post('application/json', '{"a":')).toBe('/problems/common/malformed');
    expect(await post('application/json', '{"a":"0123456789"}')).toBe(
      '/problems/common/payload-too-large',
    );
    expect(await post('application/x-unknown', 'x')).toBe(
      '/problems/common/unsupported-media-type',
    );
    await app.close();
  });
});
