"""How Earshot gets into an AWS account: packages, templates and roles, beside serverless.yml."""
