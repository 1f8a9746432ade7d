import { defineConfig } from 'vitest/config';
import { aliases } from './vitest.config.js';

/** The specs of the pure rules alone, for mutation testing. */
export default defineConfig({
  resolve: { alias: aliases },
  test: {
    include: [
      'libs/*/src/**/*.rules.spec.ts',
      'libs/{kernel,contracts,reference,review,attendance,contest,fair}/src/**/*.spec.ts',
    ],
    exclude: ['**/node_modules/**'],
    environment: 'node',
  },
});
