import { setFlagsFromString } from 'node:v8';
import { refuseOldNode } from './node-version.js';

refuseOldNode();
// Buffers that pass through count as part of the heap's own limit: by default every 32 MB received cost a collection of it all.
setFlagsFromString('--external-memory-accounted-in-global-limit');
const { serve } = await import('./serve.js');
await serve();
