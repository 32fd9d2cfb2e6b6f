import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { firstAdministrators } from './first-administrators.ts';
import { openChannels } from './open-channels.ts';
import { openWebhook } from './open-webhook.ts';
import { publishCalendar } from './publish-calendar.ts';
import { redrive } from './redrive.ts';
import { replaceTexts } from './replace-texts.ts';
import { restartProcess } from './restart-process.ts';
import { bootstrapItems, demoItems } from './seed-items.ts';
import { setHours } from './set-hours.ts';
import { writeItems } from './write-items.ts';

const client = documentClient();
const tableName = (): string => readEnvironment({ TABLE_NAME: z.string() }).TABLE_NAME;

const seed = async (items: readonly Record<string, unknown>[]): Promise<string> =>
  `写入 ${await writeItems(client, tableName(), items)} 项，已有的保持不变。`;

/** `bootstrap`: cities, counties; `seed-demo`: demo people and catalogue; `administrators <tenant> <file>`: its first three; `calendar <city or county> <file>`: holiday notices; `channels`, `hours`, `texts`: messages; `webhook <city> <organisation> <file>`: a provider's program; `redrive <dead-letter queue> [--discard]`; `restart-process <execution ARN>`: one that is dead. */
const commands: Readonly<Record<string, (...rest: string[]) => Promise<string>>> = {
  bootstrap: () => seed(bootstrapItems(new Date())),
  'seed-demo': () => seed(demoItems(new Date())),
  administrators: async (tenant = '', file = '') =>
    `${await firstAdministrators(client, tableName(), tenant, file, new Date())} 的三员已就位，此后的人员和岗位由他们办理。`,
  calendar: async (city = '', file = '') =>
    `工作日历第 ${await publishCalendar(client, tableName(), city, file)} 版已生效，开始重算未办结事项的参考时间。`,
  channels: async (city = '', file = '') =>
    `${city} 的消息发往 ${await openChannels(client, tableName(), city, file)}。`,
  webhook: async (city = '', organisation = '', file = '') =>
    `${organisation} 的工单通知发往 ${await openWebhook(client, tableName(), city, organisation, file)}。`,
  hours: async (city = '', file = '') =>
    `${city} 的消息发送时间：${await setHours(client, tableName(), city, file)}。`,
  redrive: (queue = '', option = '') => redrive(new SQSClient({}), queue, option === '--discard'),
  'restart-process': (executionArn = '') => restartProcess(new SFNClient({}), executionArn),
  texts: async (city = '', file = '') =>
    `${city} 已换用 ${await replaceTexts(client, tableName(), city, file)} 条消息文字。`,
};

const usage = () => {
  console.error(
    '用法：npm run admin -- bootstrap | seed-demo | administrators <租户> <文件> | calendar <城市或县> <文件> | channels <城市> <文件> | webhook <城市> <服务商单位> <文件> | hours <城市> <文件> | texts <城市> <文件>（需要环境变量 TABLE_NAME 和写入权限） | redrive <死信队列> [--discard]（见 docs/runbooks/redrive.md） | restart-process <执行的 ARN>（见 docs/runbooks/failed-provisioning.md）；几条命令之间用 + 隔开，依次执行',
  );
  process.exitCode = 2;
};

/** What stands between commands that are given together, and are done one after another. */
const then = '+';
const asked: string[][] = [[]];
for (const word of process.argv.slice(2)) {
  if (word === then) asked.push([]);
  else asked.at(-1)?.push(word);
}
if (asked.every(([name = '']) => name in commands))
  for (const [name = '', ...rest] of asked) console.log(`${name}：${await commands[name]?.(...rest)}`);
else usage();
