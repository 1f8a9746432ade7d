const room = (name) => `^libs/${name}/`;
const floors = [
  ['kernel'],
  ['contracts'],
  ['platform', 'reference'],
  ['identity'],
  ['review', 'attendance'],
  ['contest', 'fair'],
  ['matching'],
];

/** For each room: it may not reach its own floor's other rooms, nor any floor above. */
const upward = floors.flatMap((rooms, floor) =>
  rooms.map((name) => {
    const forbidden = [...rooms.filter((other) => other !== name), ...floors.slice(floor + 1).flat()];
    return {
      name: `${name}-looks-down-only`,
      severity: 'error',
      from: { path: room(name) },
      to: { path: `^(libs/(${forbidden.join('|') || 'none'})/|apps/)` },
    };
  }),
);

export default {
  forbidden: [
    ...upward,
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'by-the-public-face',
      severity: 'error',
      comment: 'A room is imported by its index, or by the pure rules two of them publish.',
      from: { path: '^(?:libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/[^/]+/src/',
        pathNot: ['^libs/$1/', '^libs/[^/]+/src/index\\.ts$', '^libs/(review|attendance)/src/rules\\.ts$'],
      },
    },
    {
      name: 'pages-see-rules-and-words-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: {
        path: '^(libs/(platform|reference|identity|contest|fair|matching)/|libs/(review|attendance)/src/index|apps/server/)',
      },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Decisions do no I/O: no framework, no database, no node built-in.',
      from: { path: '\\.rules\\.ts$' },
      to: {
        path: '(node_modules/(typeorm|@nestjs|fastify|better-sqlite3|mysql2)|^(fs|path|http|net|child_process)$|^node:)',
        pathNot: '^node:crypto$',
      },
    },
    {
      name: 'declared-dependencies',
      severity: 'error',
      from: { path: '^(libs|apps)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.spec\\.ts$|/dist/|/generated/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.paths.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
