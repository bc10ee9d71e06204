/**
 * What machines should leave alone: filters and pages of lists without end, the tracking pages, the
 * API. Crawlers that took every combination of filters have brought down sites like ours.
 */
const ROBOTS = `User-agent: *
Disallow: /carte?
Disallow: /carte/
Disallow: /suivi/
Disallow: /signaler/
Disallow: /console
Disallow: /terrain
Disallow: /api/v1/
Crawl-delay: 10
`;

export const GET = () =>
  new Response(ROBOTS, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=86400',
    },
  });
