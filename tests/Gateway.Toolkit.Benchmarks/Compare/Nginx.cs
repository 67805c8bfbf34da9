namespace Gateway.Toolkit.Benchmarks.Compare;

/// <summary>nginx, as origin and as proxy. It keeps its connections, and as proxy sets the forwarding headers that YARP sets.</summary>
internal static class Nginx
{
    public static IEnumerable<string> Arguments(string configurationFile, string folder) =>
        ["-c", configurationFile, "-p", folder, "-e", "stderr"];

    public static string AsOrigin(int port) => Configuration(
        $$"""
            server {
                listen 127.0.0.1:{{port}};
                default_type {{OriginAnswer.ContentType}};
                location / { return 200 '{{OriginAnswer.Text}}'; }
            }
        """);

    public static string AsProxy(int port, Uri origin) => Configuration(
        $$"""
            upstream origin {
                server {{origin.Authority}};
                keepalive 1000;
                keepalive_requests 1000000000;
            }
            server {
                listen 127.0.0.1:{{port}};
                location / {
                    proxy_pass http://origin;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header X-Forwarded-Host $http_host;
                }
            }
        """);

    private static string Configuration(string server) =>
        $$"""
        daemon off;
        pid nginx.pid;
        worker_processes auto;
        error_log stderr warn;
        events { worker_connections 4096; }
        http {
            access_log off;
            keepalive_requests 1000000000;
            keepalive_timeout 1h;
            client_body_temp_path client_body;
            proxy_temp_path proxy;
            fastcgi_temp_path fastcgi;
            uwsgi_temp_path uwsgi;
            scgi_temp_path scgi;
        {{server}}
        }
        """;
}
