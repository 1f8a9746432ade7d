import { defineConfig } from 'vitest/config';
import { aliases } from './vitest.config.js';

/** The specs of the pure rules alone, for mutation testing. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: ['libs/*/src/**/*.spec.ts'],
    exclude: ['libs/platform/**', '**/node_modules/**'],
    environment: 'node',
  },
});
