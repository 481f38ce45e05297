"""AWS on this machine: MiniStack, and serverless.yml deployed to it by osls.

    with MiniStack(folder) as stack:
        deployment = deploy(stack, {"slackApiUrl": "http://127.0.0.1:8080/api/"})
        deployment.store_secrets(token, signing_secret)
        deployment.invoke_refresh()
        answer = deployment.invoke("skill", request)
"""

from local.cloud.deployment import Deployment, FunctionFailed
from local.cloud.deploying import DeployFailed, deploy
from local.cloud.ministack import MiniStack, MiniStackFailed

__all__ = [
    "DeployFailed",
    "Deployment",
    "FunctionFailed",
    "MiniStack",
    "MiniStackFailed",
    "deploy",
]
