/** An error that DynamoDB Local answers, by its short name. */
export class DynamoLocalError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** One control operation on DynamoDB Local itself, past the policies. @throws DynamoLocalError */
export async function callDynamoLocal(
  endpoint: string,
  operation: string,
  body: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) return answer;
  const code = String(answer['__type']).replace(/^.*#/, '');
  throw new DynamoLocalError(
    code,
    `${operation}: ${code} ${String(answer['message'] ?? answer['Message'] ?? '')}`,
  );
}
