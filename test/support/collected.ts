import type { Browser } from './app.js';
import { until } from './facts.js';
import { upload } from './uploads.js';

export const COLLECTED_HEADER =
  '项目名称,项目简介,参赛领域,细分方向,赛区,组别,单位名称,注册地代码,信用代码或登记号,负责人,负责人邮箱,推荐渠道,推荐单位';
let made = 0;

/** Reads a list of collected projects, or has it taken over, and waits until it is: `done` answers how many are new. */
export async function importCollected(
  who: Browser,
  edition: string,
  lines: readonly string[],
  commit = true,
  reopen = false,
  skipFaulty = false,
) {
  made += 1;
  const fileId = await upload(
    who,
    'collected.import',
    `征集${made}.csv`,
    Buffer.from([COLLECTED_HEADER, ...lines].join('\n')),
  );
  const answer = await who
    .post(`/api/v1/editions/${edition}/collected-imports`)
    .send({ fileId, commit, reopen, skipFaulty });
  const { jobId } = answer.body as { jobId?: string | null };
  return Object.assign(answer, { done: jobId ? await doneOf(who, jobId) : null });
}

async function doneOf(who: Browser, jobId: string): Promise<unknown> {
  let job: { finishedAt: string | null; result: unknown; error: unknown } | undefined;
  await until(async () => {
    job = (await who.get(`/api/v1/jobs/${jobId}`).expect(200)).body;
    return job?.finishedAt != null;
  }, 90_000);
  return job!.error ?? job!.result;
}
