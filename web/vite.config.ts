import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    sveltekit({
      // Our own prefix: PORT and HOST belong to the server that mounts this handler.
      adapter: adapter({ out: 'web/build', envPrefix: 'WEB_' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one inline style of SvelteKit itself: its screen-reader announcer, visually hidden.
          'style-src-attr': [
            'unsafe-hashes',
            'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo=',
          ],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'worker-src': ['self', 'blob:'],
          'manifest-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['none'],
        },
      },
      // The program hears HTTP behind a proxy that speaks HTTPS; hooks.server.ts compares hosts itself.
      csrf: { trustedOrigins: ['*'] },
      serviceWorker: { register: false },
      // A page brings its own few kilobytes of style: fewer requests, lighter than their headers.
      inlineStyleThreshold: 12_000,
      // One build is one version: sources decide, not the clock.
      version: { pollInterval: 0 },
    }),
  ],
});
