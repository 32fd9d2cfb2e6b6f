import type { IncomingMessage } from 'node:http';
import type { Json } from '../aws/dynamodb/request-shape.ts';
import { cancelTransaction } from '../aws/dynamodb/transaction-conflict.ts';
import { writeXml } from '../aws/sts/write-xml.ts';

interface ThrottleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const isForm = ({ headers }: IncomingMessage): boolean =>
  String(headers['content-type']).startsWith('application/x-www-form-urlencoded');

/** `dynamodb GetItem`, `sqs SendMessage`, `states SendTaskSuccess`, `sts`, `s3 PUT`. */
export function callName(request: IncomingMessage): string {
  const target = String(request.headers['x-amz-target'] ?? '');
  const [service = '', operation = ''] = target.split('.');
  if (operation === '') return isForm(request) ? 'sts' : `s3 ${request.method}`;
  const names: Readonly<Record<string, string>> = { AmazonSQS: 'sqs', AWSStepFunctions: 'states' };
  return `${names[service] ?? 'dynamodb'} ${operation}`;
}

const json = (type: string): ThrottleAnswer => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: type, message: 'Rate exceeded', Message: 'Rate exceeded' }),
});

const xml = (status: number, body: string): ThrottleAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body,
});

const errorOf = (Code: string) => writeXml({ Error: { Type: 'Sender', Code, Message: 'Rate exceeded' } });

/** How each service refuses a call because there are too many. */
export function throttleAnswer(request: IncomingMessage, bytes: Buffer): ThrottleAnswer {
  const [service = '', operation = ''] = callName(request).split(' ');
  if (service === 's3') return xml(503, errorOf('SlowDown'));
  if (service === 'sts') return xml(400, `<ErrorResponse>${errorOf('Throttling')}</ErrorResponse>`);
  if (service === 'sqs') return json('com.amazonaws.sqs#RequestThrottled');
  if (service === 'states') return json('com.amazonaws.swf.base.model#ThrottlingException');
  if (operation === 'TransactWriteItems')
    return cancelTransaction(JSON.parse(bytes.toString('utf8')) as Json, 'ThrottlingError', 'Rate exceeded');
  return json('com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException');
}
