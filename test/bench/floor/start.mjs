import { openDatabase } from './database.mjs';
import { config, serve } from './server.mjs';

/** Bare HTTP on the same file, open before it listens: every request reads one row by a prepared statement. */
const database = openDatabase(config);

function* look() {
  const [{ total }] = yield ['SELECT COUNT(*) AS total FROM fairs'];
  return { body: { total } };
}

database.read(look());
serve(() => database.read(look()));
