import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const FILE = fileURLToPath(new URL('../../docker/compose.yaml', import.meta.url));
const SECRETS = { MYSQL_PASSWORD: 'one', HAISHI_KEY: 'ab'.repeat(32), S3_PASSWORD: 'two' };

interface Service {
  image: string;
  depends_on?: string[] | Record<string, { condition: string }>;
  volumes?: string[];
  environment?: Record<string, string>;
}
interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const compose = parse(readFileSync(FILE, 'utf8'), { merge: true }) as Compose;

it('the compose file holds what a city runs on, each in a version', () => {
  const images = Object.entries(compose.services).map(([name, { image }]) => [name, image.replace(/:.*/, '')]);
  expect(Object.fromEntries(images)).toEqual({
    'server-a': 'haishi',
    'server-b': 'haishi',
    proxy: 'nginx',
    database: 'mysql',
    'fan-out': 'redis',
    storage: 'minio/minio',
    bucket: 'minio/mc',
    mail: 'axllent/mailpit',
  });
  for (const { image } of Object.values(compose.services)) expect(image).toMatch(/:./);
  expect(compose.services['database']!.image).toBe('mysql:8.4');
});

it('the compose file names only services and volumes that are there', () => {
  for (const { depends_on: needs = [], volumes = [] } of Object.values(compose.services)) {
    for (const name of Array.isArray(needs) ? needs : Object.keys(needs)) expect(compose.services).toHaveProperty(name);
    for (const volume of volumes)
      if (!volume.startsWith('.')) expect(compose.volumes).toHaveProperty(volume.split(':')[0]!);
  }
});

it('both servers share uploads under way, and every address inside is that of a service', () => {
  const [one, other] = ['server-a', 'server-b'].map((name) => compose.services[name]!);
  expect(other!.environment).toEqual(one!.environment);
  expect(other!.volumes).toEqual(['uploads:/var/lib/haishi']);
  expect(one!.volumes).toEqual(other!.volumes);
  const hosts = Object.entries(one!.environment!).flatMap(([name, value]) =>
    /^(DATABASE|REDIS|SMTP)_URL$|^S3_ENDPOINT$/.test(name) ? /^\w+:\/\/(?:.*@)?([a-z-]+):\d/.exec(value)![1]! : [],
  );
  expect(hosts).toHaveLength(4);
  for (const host of hosts) expect(compose.services).toHaveProperty(host);
});

it('the compose file asks for its secrets, and docker reads it where it is installed', () => {
  expect(readFileSync(FILE, 'utf8').match(/\$\{\w+:\?/g)!.length).toBeGreaterThan(2);
  const client = spawnSync('docker', ['compose', 'version']);
  if (client.status !== 0) return;
  const read = (env: Record<string, string>) =>
    spawnSync('docker', ['compose', '-f', FILE, 'config', '--quiet'], { env: { PATH: process.env['PATH'], ...env } });
  expect(read(SECRETS).status).toBe(0);
  expect(read({}).status).not.toBe(0);
});
