/** How this installation is set up, from environment variables. */
export type { Basemap, Config } from './config.ts';
export { ConfigError, type ConfigFault } from './config-error.ts';
export { configErrorAbout, loadConfig } from './load-config.ts';
