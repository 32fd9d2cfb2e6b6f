import { approvalDefinition as define } from '#infra/constructs/approval-definition.ts';

/** The approval machine as the templates hold it, its references resolved. */
export const approvalDefinition: object = define({
  partition: 'aws-cn',
  stepsFunctionArn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:yunwangtong-cases-steps',
});
