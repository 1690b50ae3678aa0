// One connection, as the listener sees it. What carries it is known to the sources alone.
#pragma once

#include <boost/asio/ip/tcp.hpp>
#include <functional>
#include <memory>
#include <string>

#include "viz/server/message.h"

namespace skillscale::server {

/// Who answers; may reply later and from another thread.
using Answer = std::function<void(const Request&, const Reply&)>;

/// Serves a connection until it closes, with limits on header, body and time.
///
/// @param closed  called when it is over
void serve_connection(boost::asio::ip::tcp::socket socket, const Answer& answer,
                      std::function<void()> closed);

/// Says that there is no place, and closes.
void turn_away(boost::asio::ip::tcp::socket socket);

}  // namespace skillscale::server
